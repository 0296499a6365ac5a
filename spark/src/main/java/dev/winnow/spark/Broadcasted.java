package dev.winnow.spark;

import dev.winnow.language.PackException;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.Vocabulary;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What every executor needs, as texts: what is made of them cannot be sent.
 *
 * @param key names this screening, so that an executor makes one screener for all of its tasks
 * @param packName the name of the pack
 * @param pack its files, by name
 * @param packDigest its digest, which must be the same on each executor
 * @param vocabularies the vocabulary.yaml of further packs whose facts may be stated, by where each is from
 * @param universe the files of the universe, by name
 * @param landed projects of the Dataset that have landed in a city or were decided for one
 * @param repeated ids that several rows have, with how many
 * @param day the day as of which projects are judged, by what was known then; null for the universe's own
 * @param language the tag of the language of texts
 * @param digest what is told as the digest of the universe; null for that of its files and the landed projects
 * @param contract whether the JSON contract of each assessment is written, too
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
        @Nullable LocalDate day,
        String language,
        @Nullable String digest,
        boolean contract)
        implements Serializable {

    /** Which facts the universe and the projects may state. */
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
