package gemwright.source.sklearn.text;

import gemwright.base.Problem;
import gemwright.onnx.Domain;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;

import java.util.ArrayList;
import java.util.List;

/// What a vectorizer does to a text before it is cut: lower case, then accents stripped.
///
/// Done character by character with a table of our own: ONNX's `StringNormalizer` asks for a locale
/// that the machine may not have, and folds differently from machine to machine.
///
/// @param lower whether to write everything in lower case
/// @param accents what happens to accents
/// @param finalSigma whether it counts that Σ becomes ς at the end of a word, and σ elsewhere
record Folding(boolean lower, Accents accents, boolean finalSigma) {
    private static final int SIGMA = 'Σ';

    /// What happens to accents.
    enum Accents {
        KEPT,
        STRIPPED,
        ASCII
    }

    static Folding of(Estimator fitted, boolean finalSigma) throws Problem {
        Accents accents =
                switch (fitted.choice("strip_accents", "None", "None", "unicode", "ascii")) {
                    case "unicode" -> Accents.STRIPPED;
                    case "ascii" -> Accents.ASCII;
                    default -> Accents.KEPT;
                };
        boolean lower = fitted.flag("lowercase", true);
        return new Folding(lower, accents, lower && finalSigma && accents != Accents.ASCII);
    }

    /// The texts folded, `[N]` from `[N]`.
    Value apply(Value texts, EstimatorGraph g) {
        if (!lower && accents == Accents.KEPT) {
            return texts;
        }
        Value characters = Characters.of(texts, g); // [N, C]
        List<String> from = new ArrayList<>();
        List<String> to = new ArrayList<>();
        Unicode.forEach(
                c -> {
                    String character = Character.toString(c);
                    String folded = fold(c, character);
                    boolean listed =
                            accents == Accents.ASCII
                                    ? !folded.isEmpty() // everything else goes
                                    : !folded.equals(character);
                    if (listed) {
                        from.add(character);
                        to.add(folded);
                    }
                });
        Value folded =
                g.node("LabelEncoder")
                        .domain(Domain.ML)
                        .inputs(characters)
                        .attribute("keys_strings", from)
                        .attribute("values_strings", to)
                        .attribute("default_string", "")
                        .output(ElementType.STRING);
        if (accents != Accents.ASCII) {
            Value changes = Characters.among(characters, from, g);
            folded = g.op("Where", changes, folded, characters).as(ElementType.STRING);
        }
        if (finalSigma) {
            Value isFinal = FinalSigma.of(characters, g);
            folded = g.op("Where", isFinal, g.texts("final", List.of("ς")), folded);
        }
        return Characters.joined(folded.as(ElementType.STRING), g);
    }

    private String fold(int c, String character) {
        String lowered = lower ? (c == SIGMA ? "σ" : Unicode.lower(c)) : character;
        if (c < 0x80) {
            return lowered;
        }
        return switch (accents) {
            case KEPT -> lowered;
            case STRIPPED -> Unicode.withoutAccents(lowered);
            case ASCII -> Unicode.ascii(lowered);
        };
    }
}
