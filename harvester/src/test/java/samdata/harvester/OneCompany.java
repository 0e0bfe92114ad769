package samdata.harvester;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with one company, whose catalogue is {@code /c.ttl} of its site, in a catalogue of its own. */
abstract class OneCompany {
    @TempDir
    Path data;

    final Site site = new Site();
    House house;

    @BeforeEach
    void open() {
        house = new House(data).register("company", site.url("/c.ttl"), "dcat");
    }

    @AfterEach
    void close() {
        house.close();
        site.close();
    }
}
