package gemwright.source.torch.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.base.Texts;
import gemwright.source.ConvertOptions;
import gemwright.source.SourceModel;
import gemwright.source.Sources;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A module whose code is not in the file is refused by the name of its class.
class ModuleRefusalTest {
    private static final Path FIXTURES =
            Path.of("src/test/resources/gemwright/source/torch/module/refused");

    private static List<String> refusal(String folder) throws Problem {
        Path file = FIXTURES.resolve(folder).resolve("model.pt");
        try (SourceModel model = Sources.open(file, Progress.none())) {
            Problem refused =
                    assertThrows(
                            Problem.class,
                            () -> model.toOnnx(ConvertOptions.usual(), Progress.none()));
            Texts english = Texts.problems(Locale.ENGLISH);
            return refused.parts().stream()
                    .map(
                            p ->
                                    p.where().replace(file + ", ", "")
                                            + ": "
                                            + p.what(english)
                                            + " x"
                                            + p.count())
                    .toList();
        }
    }

    @Test
    void ownClassesAreNamedOnceWithTheirNumber() throws Problem {
        assertEquals(
                List.of("1: is a nets.Net, and a file of this kind holds no code of classes x2"),
                refusal("custom"));
    }

    @Test
    void hooksAreNamed() throws Problem {
        assertEquals(
                List.of(
                        "0: a torch.nn.modules.linear.Linear has functions hung on it, which the"
                                + " file does not hold x1"),
                refusal("hooked"));
    }

    @Test
    void aModuleKeepsItsTensorsUnderTheirNames() throws Problem {
        Path file = FIXTURES.resolve("custom").resolve("model.pt");
        try (SourceModel model = Sources.open(file, Progress.none())) {
            assertEquals(
                    List.of(
                            "0.weight",
                            "0.bias",
                            "1.fc.weight",
                            "1.fc.bias",
                            "2.0.fc.weight",
                            "2.0.fc.bias"),
                    model.tensors().stream().map(t -> t.name()).toList());
        }
    }
}
