/// Keras models: `.keras` archives (Keras 3) and whole models in HDF5 (`.h5`, Keras 2 and 3).
///
/// `KerasFile` reads the configuration and finds weights; `KerasGraph` follows it from layer to
/// layer. A layer is a function in one of the families, by its class name. Python code in a file
/// (`Lambda`, classes of packages) is named and never run.
@NullMarked
package gemwright.source.keras;

import org.jspecify.annotations.NullMarked;
