package gemwright.source.sized;

import gemwright.onnx.NodeBuilder;

/// How the elements of a resized picture are found in the original, in TensorFlow's terms.
///
/// @param nearest whether the nearest element is taken; else those around are mixed
/// @param corners whether corners stay corners
/// @param centres whether an element is where its centre is, half a step from its edge
public record Sampling(boolean nearest, boolean corners, boolean centres) {
    NodeBuilder on(NodeBuilder resize) {
        resize.attribute("mode", nearest ? "nearest" : "linear")
                .attribute(
                        "coordinate_transformation_mode",
                        corners ? "align_corners" : centres ? "half_pixel" : "asymmetric");
        return nearest
                ? resize.attribute(
                        "nearest_mode", corners || centres ? "round_prefer_ceil" : "floor")
                : resize;
    }
}
