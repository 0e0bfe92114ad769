package samdata.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PermitsTest {
    @Test
    void whoeverFindsTheQueueFullIsToldWhenToComeAgain() {
        Permits permits = new Permits("queries", 1, 0);

        assertThatThrownBy(permits::take).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(429);
            assertThat(problem.headers()).containsEntry("Retry-After", "5");
        });
    }

    @Test
    void aPermitIsGivenBackEvenWhenTheWorkFails() {
        Permits permits = new Permits("comparisons", 1, 1);

        assertThatThrownBy(() -> permits.during(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(permits.during(() -> "done")).isEqualTo("done");
    }

    @Test
    void aPermitGivenBackIsTakenAgain() {
        Permits permits = new Permits("queries", 1, 1);

        permits.take();
        permits.giveBack();

        assertThatCode(permits::take).doesNotThrowAnyException();
    }
}
