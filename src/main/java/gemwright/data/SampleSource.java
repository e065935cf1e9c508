package gemwright.data;

import gemwright.base.Problem;
import gemwright.base.Progress;

import java.util.Map;

/// A folder of `.npz` files, one sample a file: what a model is run on once. Shapes may differ from
/// sample to sample.
public interface SampleSource extends TableSource {
    /// The arrays of every sample, in the order of the files' names.
    void samples(Progress progress, Use use) throws Problem;

    /// What is done with a sample.
    @FunctionalInterface
    interface Use {
        /// Takes the next sample.
        ///
        /// @param file its name in the folder
        /// @param arrays by name, exactly as the file holds them
        void accept(String file, Map<String, NdArray> arrays) throws Problem;
    }
}
