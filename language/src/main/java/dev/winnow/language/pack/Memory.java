package dev.winnow.language.pack;

/** A record of facts established about a pack's files, so that they need not be established again. */
public interface Memory {

    /** Whether a fact is recorded; a fact names the files it is about by a digest. */
    boolean knows(String what);

    /** Records a fact. */
    void learn(String what);

    /** A memory that records nothing. */
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
