package gemwright.source.sklearn;

import java.util.Optional;

/// The estimator inside another one, and the columns it is given.
///
/// @param inner empty where the columns are the answer
public record Wrapped(Optional<Estimator> inner, Features x) {}
