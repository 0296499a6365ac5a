package dev.winnow.language.pack;

/** Remembers what was found to be true of a pack's files, so that it need not be looked for again. */
public interface Memory {

    /** Whether something was found to be true before; what it is about, it names by a digest. */
    boolean knows(String what);

    /** Remembers that something was found to be true. */
    void learn(String what);

    /** A memory that forgets. */
    static Memory none() {
        return new Memory() {
            @Override
            public boolean knows(String what) {
                return false;
            }

            @Override
            public void learn(String what) {}
        };
    }
}
