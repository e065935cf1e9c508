/// `/predict`: JSON in, JSON out. [gemwright.serve.predict.PredictReader] turns a body into the
/// arrays of the model and names the very value that does not fit; nothing is coerced silently.
/// [gemwright.serve.predict.PredictWriter] writes the answer in the form of the question.
@NullMarked
package gemwright.serve.predict;

import org.jspecify.annotations.NullMarked;
