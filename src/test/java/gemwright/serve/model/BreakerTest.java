package gemwright.serve.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.serve.http.Refusal;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class BreakerTest {
    private final AtomicLong now = new AtomicLong();
    private final Breaker breaker = new Breaker(new Breaking(3, Duration.ofSeconds(10)), now::get);

    @Test
    void opensAfterFailuresInARowOnly() throws Refusal {
        fail(2);
        breaker.enter();
        breaker.succeeded();
        fail(2);

        assertFalse(breaker.isOpen());
        fail(1);
        assertTrue(breaker.isOpen());
    }

    @Test
    void saysWhenItIsWorthAskingAgain() throws Refusal {
        fail(3);
        now.addAndGet(Duration.ofMillis(2_500).toNanos());

        Refusal refusal = assertThrows(Refusal.class, breaker::enter);

        assertEquals(503, refusal.status());
        assertEquals("8", refusal.response().headers().get("Retry-After"));
    }

    @Test
    void letsOneRequestThroughToSee() throws Refusal {
        fail(3);
        now.addAndGet(Duration.ofSeconds(10).toNanos());

        breaker.enter();

        assertThrows(Refusal.class, breaker::enter);
        breaker.succeeded();
        breaker.enter();
        assertFalse(breaker.isOpen());
    }

    @Test
    void staysOpenWhereThatOneFailsToo() throws Refusal {
        fail(3);
        now.addAndGet(Duration.ofSeconds(10).toNanos());
        breaker.enter();

        breaker.failed();

        assertThrows(Refusal.class, breaker::enter);
        now.addAndGet(Duration.ofSeconds(10).toNanos());
        breaker.enter();
    }

    @Test
    void asksAgainWhereThatOneSaidNothing() throws Refusal {
        fail(3);
        now.addAndGet(Duration.ofSeconds(10).toNanos());
        breaker.enter();

        breaker.undecided();

        breaker.enter();
    }

    private void fail(int times) throws Refusal {
        for (int i = 0; i < times; i++) {
            breaker.enter();
            breaker.failed();
        }
    }
}
