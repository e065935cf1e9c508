package gemwright.format.pickle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gemwright.base.Problem;
import gemwright.base.Progress;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Each of the 68 opcodes gives what Python reads: see `opcodes/make.py`.
class OpcodeTest {
    /// A line of `opcodes.tsv`.
    ///
    /// @param pickle in hexadecimal
    /// @param value as `make.py` writes it
    record Case(String opcode, String pickle, String value) {
        @Override
        public String toString() {
            return opcode;
        }
    }

    static Stream<Case> cases() throws IOException {
        InputStream file = OpcodeTest.class.getResourceAsStream("opcodes/opcodes.tsv");
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            List<Case> cases =
                    lines.lines()
                            .map(line -> line.split("\t"))
                            .map(f -> new Case(f[0], f[1], f[2]))
                            .toList();
            assertEquals(68, cases.size());
            return cases.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesWhatPythonReads(Case c) {
        assertEquals(c.value(), read(HexFormat.of().parseHex(c.pickle())));
    }

    private static String read(byte[] bytes) {
        try (PickleFile pickle =
                PickleFile.of(MemorySegment.ofArray(bytes), "test", Progress.none())) {
            return said(pickle.root());
        } catch (Problem refused) {
            return "refused";
        }
    }

    private static String said(PickleValue value) {
        return switch (value) {
            case PickleNone _ -> "None";
            case PickleBoolean truth -> truth.equals(PickleBoolean.TRUE) ? "True" : "False";
            case PickleInteger(long number) -> Long.toString(number);
            case PickleBigInteger(var number) -> number.toString();
            case PickleFloat(double number) when Double.isNaN(number) -> "f:nan";
            case PickleFloat(double number) ->
                    "f:" + HexFormat.of().toHexDigits(Double.doubleToRawLongBits(number));
            case PickleText(String text) -> '"' + text.replace("\n", "\\n") + '"';
            case PickleBytes bytes -> "b:" + HexFormat.of().formatHex(bytes.toArray());
            case PickleList list -> said("[", list.items(), "]");
            case PickleTuple tuple -> said("(", tuple.items(), ")");
            case PickleSet set -> said("{", set.items(), "}");
            case PickleDict dict -> said(dict);
            case PickleGlobal global -> "class " + global.publicName();
            case PickleObject object ->
                    object.typeName() + object.attributes().map(OpcodeTest::said).orElse("dict{}");
            case NumpyArray _, NumpyScalar _, NumpyType _ -> "numpy";
        };
    }

    private static String said(PickleDict dict) {
        return dict.entries().stream()
                .map(entry -> said(entry.key()) + ": " + said(entry.value()))
                .collect(Collectors.joining(", ", "dict{", "}"));
    }

    private static String said(String before, List<PickleValue> items, String after) {
        return items.stream()
                .map(OpcodeTest::said)
                .collect(Collectors.joining(", ", before, after));
    }
}
