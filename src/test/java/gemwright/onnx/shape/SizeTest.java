package gemwright.onnx.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.OptionalLong;

/// Sizes are equal where the numbers are, whatever they were computed by.
class SizeTest {
    private static final Size N = Size.named("N");
    private static final Size T = Size.named("T");

    @Test
    void sumsAndProductsHaveOneForm() {
        Size square = N.plus(Size.ONE).times(N.minus(Size.ONE));

        assertEquals(N.times(N).minus(Size.ONE), square);
        assertEquals(T.times(N), N.times(T));
        assertEquals("2*N + 3", N.plus(N).plus(Size.of(3)).toString());
    }

    @Test
    void whatCancelsIsKnown() {
        assertEquals(OptionalLong.of(4), N.plus(Size.of(4)).minus(N).number());
    }

    @Test
    void divideWhereTheQuotientIsExact() {
        Size elements = N.times(T).times(Size.of(12));

        assertEquals(Optional.of(T.times(Size.of(3))), elements.exactQuotient(N.times(Size.of(4))));
        assertEquals(Optional.empty(), elements.exactQuotient(Size.of(5)));
        assertEquals(Optional.empty(), Size.of(12).exactQuotient(N));
    }

    @Test
    void keepWhatIsNoPolynomialAsAComputation() {
        Size half = N.plus(Size.ONE).floorQuotient(Size.of(2));

        assertEquals(half, N.plus(Size.ONE).floorQuotient(Size.of(2)));
        assertEquals(
                Optional.of(new Size.Computation("floor", N.plus(Size.ONE), Size.of(2))),
                half.computation(half.name().orElseThrow()));
        assertEquals(Size.of(-2), Size.of(-3).floorQuotient(Size.of(2)));
    }

    @Test
    void refuseNumbersBeyond64Bits() {
        Size large = Size.of(Long.MAX_VALUE);

        assertThrows(ArithmeticException.class, () -> large.times(Size.of(2)));
    }
}
