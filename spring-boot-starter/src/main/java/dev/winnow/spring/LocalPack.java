package dev.winnow.spring;

import dev.winnow.language.PackException;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.List;

/** A pack named by {@code winnow.pack} or {@code winnow.facts-of}. */
interface LocalPack extends PackSource {

    /**
     * Reads the pack; problems name its files by their location.
     *
     * @throws PackException if it is invalid, with all its problems
     */
    LoadedPack load();

    /** Returns the facts that the pack declares; only those of the core if it has no vocabulary.yaml. */
    Vocabulary vocabulary(List<Problem> problems);
}
