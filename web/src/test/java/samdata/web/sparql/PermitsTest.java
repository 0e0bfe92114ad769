package samdata.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import samdata.web.http.Problem;

class PermitsTest {
    @Test
    void whoeverFindsTheQueueFullIsToldWhenToComeAgain() {
        Permits permits = new Permits(1, 0);

        assertThatThrownBy(permits::take).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(429);
            assertThat(problem.headers()).containsEntry("Retry-After", "5");
        });
    }

    @Test
    void aPermitGivenBackIsTakenAgain() {
        Permits permits = new Permits(1, 1);

        permits.take();
        permits.giveBack();

        assertThatCode(permits::take).doesNotThrowAnyException();
    }
}
