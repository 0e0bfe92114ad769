package samdata.harvester;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Many files of the corpora, served by one site and harvested into one catalogue. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CorporaSuite {
    protected Site site;
    protected House house;

    @BeforeAll
    void open(@TempDir Path data) {
        site = new Site();
        house = new House(data);
    }

    @AfterAll
    void close() {
        house.close();
        site.close();
    }
}
