/// Estimators that count the words, or the characters, of texts.
///
/// Start at [CountVectorizerConverter]: a text is folded ([Folding]), cut into tokens
/// ([TokenPattern], [Characters]), and the n-grams of the vocabulary are counted ([Vocabulary]).
@NullMarked
package gemwright.source.sklearn.text;

import org.jspecify.annotations.NullMarked;
