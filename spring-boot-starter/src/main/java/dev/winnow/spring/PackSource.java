package dev.winnow.spring;

import dev.winnow.engine.RulePack;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.List;

/** Where a pack is read from. */
interface PackSource {

    /**
     * Reads the pack.
     *
     * @throws PackException if it is invalid, with all its problems
     */
    RulePack read();

    /** Which facts it declares; those of the core alone if it has no vocabulary.yaml. */
    Vocabulary vocabulary(List<Problem> problems);

    /** What its files hold, as a digest: the same text, the same files. */
    String fingerprint();

    /** Where it is, as people write it. */
    String place();

    /** Whether its files may be edited while the application runs. */
    boolean isEditable();
}
