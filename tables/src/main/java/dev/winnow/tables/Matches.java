package dev.winnow.tables;

import dev.winnow.model.source.Place;
import dev.winnow.tables.entries.ImportedTable;
import dev.winnow.tables.mapping.Mapping;
import dev.winnow.tables.mapping.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom names mean that meet known entries: by what mappings say, and by what the watch answers. */
final class Matches {

    private final ImportWatch watch;
    private Mapping said = Mapping.NONE;
    private Mapping answers = Mapping.NONE;

    Matches(ImportWatch watch) {
        this.watch = watch;
    }

    /** Heeds what mappings say. */
    void heed(Mapping mapping) {
        said = said.and(mapping);
    }

    /** What the watch answered. */
    Mapping answers() {
        return answers;
    }

    /** What is said of a name: an id, or {@link Mapping#NEW}; null if nothing is, or nothing that is confirmed. */
    @Nullable
    Word of(String name) {
        Word word = said.matches().isEmpty() ? null : said.match(name);
        return word == null || !word.confirmed() ? null : word;
    }

    /**
     * What the watch answers of a name; null if it leaves it open.
     *
     * @param met the ids of those that it may mean
     * @param called what entries are called, by id
     */
    @Nullable
    String ask(ImportedTable table, Place place, String name, Set<String> met, Map<String, List<String>> called) {
        Map<String, List<String>> candidates = new LinkedHashMap<>();
        met.forEach(id -> candidates.put(id, called.getOrDefault(id, List.of())));
        String answer = watch.known(table, place, name, candidates);
        if (answer != null) {
            said = said.match(name, answer);
            answers = answers.match(name, answer);
        }
        return answer;
    }
}
