package dev.winnow.spark;

import dev.winnow.language.PackException;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.Vocabulary;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The inputs of all executors as texts, because objects made from them are not serializable.
 *
 * @param key identifies the screening, so that an executor creates one screener for all of its tasks
 * @param packName the name of the pack
 * @param pack the pack's files by name
 * @param packDigest the pack's digest, which must be the same on each executor
 * @param vocabularies the vocabulary.yaml of further packs whose facts may be stated, by origin
 * @param universe the files of the universe by name
 * @param landed projects of the Dataset that have landed in a city or are decided for one
 * @param repeated ids of more than one row, with the number of rows
 * @param settings the settings of the screening
 */
record Broadcasted(
        String key,
        String packName,
        TreeMap<String, String> pack,
        String packDigest,
        TreeMap<String, String> vocabularies,
        TreeMap<String, String> universe,
        ArrayList<ProjectRow> landed,
        HashMap<String, Long> repeated,
        Settings settings)
        implements Serializable {

    Broadcasted with(Settings others) {
        return new Broadcasted(key, packName, pack, packDigest, vocabularies, universe, landed, repeated, others);
    }

    /** Returns the inputs for the rows of a Dataset. */
    Broadcasted forRows(String itsKey, List<ProjectRow> itsLanded, Map<String, Long> itsRepeated) {
        return new Broadcasted(
                itsKey,
                packName,
                pack,
                packDigest,
                vocabularies,
                universe,
                new ArrayList<>(itsLanded),
                new HashMap<>(itsRepeated),
                settings);
    }

    /** Returns the facts that the universe and the projects may state. */
    static Vocabulary facts(Vocabulary ofPack, Map<String, String> vocabularies) {
        List<Problem> problems = new ArrayList<>();
        Vocabulary facts = ofPack;
        for (Map.Entry<String, String> one : vocabularies.entrySet()) {
            Node document = Document.parse(one.getKey(), one.getValue(), problems);
            if (document != null) {
                facts = facts.and(Vocabulary.of(document, problems), problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new PackException(problems);
        }
        return facts;
    }
}
