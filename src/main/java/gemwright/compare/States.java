package gemwright.compare;

import gemwright.base.Problem;
import gemwright.data.NdArray;
import gemwright.runtime.Answer;
import gemwright.runtime.Port;
import gemwright.runtime.Session;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one model is fed from sample to sample: the arrays of the sample that are its inputs, and
/// its own last outputs where they are carried along.
final class States {
    private final Session session;
    private final Map<String, String> links;
    private final Map<String, NdArray> carried = new HashMap<>();

    /// @param links input to the output that it gets in the next sample
    /// @throws Problem where the model has no such input or output
    States(Session session, Map<String, String> links) throws Problem {
        this.session = session;
        this.links = links;
        for (Map.Entry<String, String> link : links.entrySet()) {
            require(session, session.inputs(), link.getKey());
            require(session, session.outputs(), link.getValue());
        }
    }

    private static void require(Session session, List<Port> ports, String name) throws Problem {
        List<String> names = ports.stream().map(Port::name).toList();
        if (!names.contains(name)) {
            throw Problem.of("compare.state", session.name(), name, String.join(", ", names));
        }
    }

    /// The inputs for the next sample.
    Map<String, NdArray> feed(Map<String, NdArray> sample) {
        Map<String, NdArray> feed = new LinkedHashMap<>();
        for (Port input : session.inputs()) {
            NdArray array = carried.getOrDefault(input.name(), sample.get(input.name()));
            if (array != null) {
                feed.put(input.name(), array);
            }
        }
        return feed;
    }

    /// Runs the model on what [#feed] gave, and keeps what is carried along.
    Answer run(Map<String, NdArray> feed) throws Problem {
        Answer answer = session.run(feed);
        for (Map.Entry<String, String> link : links.entrySet()) {
            carried.put(link.getKey(), answer.array(link.getValue()));
        }
        return answer;
    }
}
