/// Folders ready for a platform: Docker, Compose, Kubernetes, KServe, Triton. Start with
/// [gemwright.export.Recipe], which knows the files of each; their texts are templates among the
/// resources.
@NullMarked
package gemwright.export;

import org.jspecify.annotations.NullMarked;
