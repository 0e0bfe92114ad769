package samdata.catalog;

import org.jspecify.annotations.Nullable;

/** How a full disk shows in Java: as an error in words, or, where a file is mapped into memory, as an error of the JVM. */
public final class FullDisk {
    private static final int DEEPEST = 20;

    private FullDisk() {}

    /** Whether a full disk is behind the failure. */
    public static boolean caused(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            String words = String.valueOf(cause.getMessage());
            if (words.contains("No space left on device") || words.contains("There is not enough space on the disk"))
                return true;
            if (cause instanceof InternalError && words.contains("unsafe memory access")) return true;
            cause = cause.getCause();
        }
        return false;
    }
}
