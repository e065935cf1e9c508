/// Decision trees, forests and boosted trees. Each kind of fitted tree becomes a
/// [gemwright.source.sklearn.tree.BinaryTree]; [gemwright.source.sklearn.tree.TreeSum] writes many
/// of them as one operator.
@NullMarked
package gemwright.source.sklearn.tree;

import org.jspecify.annotations.NullMarked;
