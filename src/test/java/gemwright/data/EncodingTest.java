package gemwright.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gemwright.base.Problem;
import gemwright.base.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class EncodingTest {
    private static final Path FIXTURES = Path.of("src/test/resources/gemwright/data/encodings");

    private static final Table EXPECTED =
            Table.of(
                    Column.texts("城市", "北京", "上海", "深圳"),
                    Column.texts("名称", "张伟", "王芳", "李,娜"),
                    Column.integers(
                            "数量", new long[] {12, 0, 7}, java.util.BitSet.valueOf(new long[] {2})),
                    Column.texts("备注", "早上，好", "𠀀镕", "OK"));

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utf8.csv",
                "utf8_mark.csv",
                "utf16le.csv",
                "utf16be.csv",
                "utf16le_mark.csv",
                "utf16be_mark.csv",
                "gb18030.csv",
                "utf8.csv.gz",
                "gb18030.csv.gz"
            })
    void theEncodingIsToldFromTheBytes(String file) throws Problem {
        assertEquals(EXPECTED, read(FIXTURES.resolve(file), ReadOptions.inferred()));
    }

    @Test
    void zstandardIsUnpackedToo() throws Problem {
        assertEquals(
                List.of("Köln", "北京"),
                read(FIXTURES.resolve("../zstd/table.csv.zst"), ReadOptions.inferred())
                        .columns()
                        .get(1)
                        .texts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf16le.jsonl", "gb18030.jsonl"})
    void jsonLinesToo(String file) throws Problem {
        Table table = read(FIXTURES.resolve(file), ReadOptions.inferred());

        assertEquals(List.of("北京", "上海"), table.find("城市").orElseThrow().texts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"latin1.csv", "cyrillic.csv"})
    void anotherEncodingIsNotTakenForChinese(String file) {
        Problem problem =
                assertThrows(
                        Problem.class, () -> read(FIXTURES.resolve(file), ReadOptions.inferred()));

        assertEquals("data.bytes", problem.key());
    }

    @Test
    void theUserNamesAnotherEncoding() throws Problem {
        ReadOptions latin =
                new ReadOptions(
                        java.util.Map.of(),
                        java.util.Map.of(),
                        Optional.of(StandardCharsets.ISO_8859_1),
                        Optional.empty(),
                        true,
                        false);

        assertEquals(
                List.of("Köln", "Paris"),
                read(FIXTURES.resolve("latin1.csv"), latin).columns().getFirst().texts());
    }

    @Test
    void wrongBytesAreNamedByRowAndColumn() throws IOException {
        Path file = folder.resolve("t.csv");
        byte[] bytes = "a,b\nö,1\nx,\u0001\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xFE;
        Files.write(file, bytes);

        Problem problem = assertThrows(Problem.class, () -> read(file, ReadOptions.inferred()));

        assertEquals(file + ", row 2, column b", problem.parts().getFirst().where());
    }

    @Test
    void tornUtf16IsNamedToo() throws IOException {
        Path file = folder.resolve("t.csv");
        byte[] text = "\uFEFFa,b\n1,x\n2,".getBytes(StandardCharsets.UTF_16LE);
        byte[] torn = java.util.Arrays.copyOf(text, text.length + 3);
        torn[text.length] = 0x41;
        torn[text.length + 1] = (byte) 0xD8;
        torn[text.length + 2] = 0x42;
        Files.write(file, torn);

        Problem problem = assertThrows(Problem.class, () -> read(file, ReadOptions.inferred()));

        assertEquals(file + ", row 2, column b", problem.parts().getFirst().where());
    }

    @Test
    void aLongTextKeepsEveryCharacterAcrossBuffers() throws Problem, IOException {
        String text = "名,n\n" + "𠀀北京abc,1\n".repeat(50_000);
        for (String encoding : List.of("UTF-16LE", "GB18030", "UTF-8")) {
            Path file = folder.resolve(encoding);
            Files.write(file, text.getBytes(Charset.forName(encoding)));

            Table table = read(file, ReadOptions.inferred());

            assertEquals(50_000, table.rows(), encoding);
            assertEquals(
                    List.of("𠀀北京abc"),
                    table.columns().getFirst().texts().stream().distinct().toList(),
                    encoding);
        }
    }

    private static Table read(Path file, ReadOptions options) throws Problem {
        return Data.open(file, options).read(Progress.none());
    }
}
