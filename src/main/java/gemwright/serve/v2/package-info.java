/// The Open Inference Protocol (version 2) over REST, as Triton's and KServe's clients speak it,
/// with Triton's binary tensor extension, repository, statistics and configuration. The routes are
/// listed in [gemwright.serve.v2.V2Routes]. Facts checked against tritonclient 2.73 and kserve
/// 0.21.
@NullMarked
package gemwright.serve.v2;

import org.jspecify.annotations.NullMarked;
