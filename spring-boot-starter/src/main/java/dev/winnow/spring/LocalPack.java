package dev.winnow.spring;

import dev.winnow.language.PackException;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.List;

/** A pack that {@code winnow.pack} or {@code winnow.facts-of} names. */
interface LocalPack extends PackSource {

    /**
     * Reads the pack, so that problems name its files by where they are.
     *
     * @throws PackException if it is invalid, with all its problems
     */
    LoadedPack load();

    /** Which facts it declares; those of the core alone if it has no vocabulary.yaml. */
    Vocabulary vocabulary(List<Problem> problems);
}
