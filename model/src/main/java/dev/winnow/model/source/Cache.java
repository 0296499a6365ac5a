package dev.winnow.model.source;

import org.jspecify.annotations.Nullable;

/**
 * What was worked out of files before, by the digest of their bytes. It is found only if it was worked out of the same bytes
 * by the same winnow, so that it says nothing that the files do not say; without it, the files are read.
 */
public interface Cache {

    /** Finds nothing and keeps nothing. */
    Cache NONE = new Cache() {
        @Override
        public byte @Nullable [] find(String kind, String digest) {
            return null;
        }

        @Override
        public void keep(String kind, String digest, byte[] content) {
            // nowhere to keep it
        }
    };

    /**
     * {@return what is kept; null if nothing is, or if it is damaged}
     *
     * @param kind what was worked out, in letters and hyphens
     * @param digest SHA-256 of what it was worked out of, in hexadecimal
     */
    byte @Nullable [] find(String kind, String digest);

    /**
     * Keeps what was worked out, if that is possible.
     *
     * @param kind what was worked out, in letters and hyphens
     * @param digest SHA-256 of what it was worked out of, in hexadecimal
     * @param content what {@link #find} gives back
     */
    void keep(String kind, String digest, byte[] content);
}
