/// npy files.
@org.jspecify.annotations.NullMarked
package gemwright.format.npy;
