package gemwright.source.sklearn.text;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How a vectorizer makes units of a text, and what n-grams it makes of these.
sealed interface Analyzer {
    /// The shortest and the longest n-gram.
    record Range(int shortest, int longest) {
        static Range of(Estimator fitted) throws Problem {
            long[] range = fitted.integers("ngram_range");
            if (range.length != 2 || range[0] < 1 || range[1] < range[0] || range[1] > 1000) {
                throw fitted.unsupported("ngram_range");
            }
            return new Range((int) range[0], (int) range[1]);
        }

        boolean holds(int length) {
            return shortest <= length && length <= longest;
        }
    }

    /// `analyzer`, with all that it needs; a callable one, or one with a function of the user's
    /// own, is refused.
    static Analyzer of(Estimator fitted) throws Problem {
        for (String function : List.of("preprocessor", "tokenizer")) {
            if (fitted.has(function)) {
                throw fitted.unsupported(function);
            }
        }
        fitted.choice("input", "content", "content");
        Range range = Range.of(fitted);
        return switch (fitted.choice("analyzer", "word", "word", "char", "char_wb")) {
            case "char" -> new OfCharacters(range);
            case "char_wb" -> new WithinWords(range);
            default -> new OfWords(range, TokenPattern.of(fitted), StopWords.of(fitted));
        };
    }

    /// The units of folded texts `[N]`: `[N, W]`, the empty text behind the last one of a row.
    Value units(Value texts, EstimatorGraph g);

    /// The units of a term; empty where the analyzer never makes that term.
    Optional<List<String>> cut(String term);

    /// The units of texts as the numbers that the terms have: `[N, W]`.
    default Value numbers(Value texts, Terms terms, EstimatorGraph g) {
        return terms.numbers(units(texts, g), g);
    }

    /// Words that stop words are taken out of.
    ///
    /// @param stopWords sorted
    record OfWords(Range range, TokenPattern pattern, List<String> stopWords) implements Analyzer {
        public OfWords {
            stopWords = List.copyOf(stopWords);
        }

        /// What is dropped counts only where it would stand between two words of an n-gram.
        @Override
        public Value units(Value texts, EstimatorGraph g) {
            Value tokens = pattern.tokens(texts, g);
            if (range.longest() == 1 || (stopWords.isEmpty() && pattern.filter().isEmpty())) {
                return tokens;
            }
            List<String> dropped = new ArrayList<>(stopWords);
            dropped.add("");
            Value kept = g.op("Not", Characters.among(tokens, dropped, g));
            return Rows.compacted(tokens, kept, g);
        }

        @Override
        public Optional<List<String>> cut(String term) {
            List<String> words =
                    range.longest() == 1 ? List.of(term) : List.of(term.split(" ", -1));
            boolean made =
                    range.holds(words.size())
                            && words.stream().noneMatch(w -> w.isEmpty() || stopWords.contains(w));
            return made ? Optional.of(words) : Optional.empty();
        }
    }

    /// Characters, with several spaces in a row as one.
    record OfCharacters(Range range) implements Analyzer {
        @Override
        public Value units(Value texts, EstimatorGraph g) {
            return Spaces.collapsed(Characters.of(texts, g), g);
        }

        @Override
        public Optional<List<String>> cut(String term) {
            List<String> characters = characters(term);
            return range.holds(characters.size()) ? Optional.of(characters) : Optional.empty();
        }
    }

    /// Characters of words with a space before and behind each; no n-gram goes beyond a word, and a
    /// word that is shorter than the shortest n-gram is one.
    record WithinWords(Range range) implements Analyzer {
        @Override
        public Value units(Value texts, EstimatorGraph g) {
            return Spaces.aroundWords(Characters.of(texts, g), g);
        }

        @Override
        public Optional<List<String>> cut(String term) {
            List<String> characters = characters(term);
            int last = characters.size() - 1;
            if (last < 0 || last >= range.longest()) {
                return Optional.empty();
            }
            boolean whole = last > 1 && isSpace(characters, 0) && isSpace(characters, last);
            for (int i = 1; i < last; i++) {
                if (isSpace(characters, i)) {
                    return Optional.empty();
                }
            }
            boolean betweenWords = last == 1 && isSpace(characters, 0) && isSpace(characters, 1);
            boolean made = !betweenWords && (whole || range.holds(characters.size()));
            return made ? Optional.of(characters) : Optional.empty();
        }

        private static boolean isSpace(List<String> characters, int place) {
            return characters.get(place).equals(" ");
        }
    }

    private static List<String> characters(String term) {
        return Arrays.stream(term.codePoints().toArray()).mapToObj(Character::toString).toList();
    }
}
