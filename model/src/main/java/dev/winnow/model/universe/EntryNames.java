package dev.winnow.model.universe;

import dev.winnow.model.internal.history.FirmNames;
import dev.winnow.model.internal.read.Entries;
import dev.winnow.model.internal.read.HistoryReader;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The names of the entries of a universe, and the entries that a word names. */
final class EntryNames {

    private final StatementStore store;

    EntryNames(StatementStore store) {
        this.store = store;
    }

    /** Returns the names of the entries of a list by id, see {@link Universe#called}. */
    Map<String, List<String>> of(String list, Entries entries) {
        Map<String, List<String>> called = new TreeMap<>();
        if (list.equals(FirmNames.LIST)) {
            store.words().firms().firms().forEach(firm -> called.put(firm.id(), firm.names()));
            return called;
        }
        Collection<Node> nodes = list.equals("links")
                ? entries.of("chains").values().stream()
                        .flatMap(chain -> chain.list("links", new ArrayList<>()).stream())
                        .toList()
                : entries.of(list).values();
        for (Node node : nodes) {
            String id = HistoryReader.id(node);
            if (id != null) {
                called.put(
                        id,
                        Stream.of("name", "zh", "title")
                                .map(key -> node.optionalText(key, new ArrayList<>()))
                                .filter(Objects::nonNull)
                                .map(String::valueOf)
                                .toList());
            }
        }
        return called;
    }

    /** Returns the ids of the projects that a word names, see {@link Universe#projectsCalled}. */
    List<String> projectsCalled(String word) {
        Map<String, String> names = new TreeMap<>();
        store.projects().values().forEach(history -> names.put(history.id(), history.name()));
        return called("projects", word, names);
    }

    /** Returns the ids of the cities that a word names, see {@link Universe#citiesCalled}. */
    List<String> citiesCalled(String word) {
        Map<String, String> names = new TreeMap<>();
        store.cities().values().forEach(history -> names.put(history.id(), history.name()));
        return called("cities", word, names);
    }

    private List<String> called(String list, String text, Map<String, String> names) {
        if (names.containsKey(text)) {
            return List.of(text);
        }
        String exact = text.strip();
        String wanted = exact.toLowerCase(Locale.ROOT);
        List<String> exactly = new ArrayList<>();
        List<String> whole = new ArrayList<>();
        List<String> part = new ArrayList<>();
        names.forEach((id, name) -> {
            List<String> own = List.of(id, name, store.names().of(list, id, Language.ZH));
            if (own.contains(exact)) {
                exactly.add(id);
            } else if (own.stream().anyMatch(one -> one.toLowerCase(Locale.ROOT).equals(wanted))) {
                whole.add(id);
            } else if (List.of(name.toLowerCase(Locale.ROOT).split("\\s+")).contains(wanted)) {
                part.add(id);
            }
        });
        return !exactly.isEmpty() ? exactly : !whole.isEmpty() ? whole : part;
    }
}
