package gemwright.source.keras;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sized.ChannelsLast;
import gemwright.source.sized.SizedGraph;

/// Pictures as a layer has them, seen with their channels last.
final class Channels {
    private Channels() {}

    /// What a layer does to a picture whose channels are the last axis.
    @FunctionalInterface
    interface Work {
        Value on(Value x) throws Problem;
    }

    static Value last(LayerCall in, Value x, SizedGraph g, Work work) throws Problem {
        return in.channelsLast()
                ? work.on(x)
                : ChannelsLast.second(work.on(ChannelsLast.last(x, g)), g);
    }
}
