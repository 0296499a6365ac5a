package dev.winnow.papers.paper;

import dev.winnow.model.result.Names;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.PairAdditions;
import dev.winnow.report.internal.document.Block.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The numbered sources of a paper, in the order of first citation, with the cited sections, title and address. */
final class PaperSources {

    /** Maximum number of listed sources; further ones are counted. */
    private static final int MOST = 10;

    private final Wording wording;
    private final FactWords facts;
    private final PairAdditions additions;
    private final Map<String, Set<String>> sections = new LinkedHashMap<>();
    private final Set<String> unlisted = new TreeSet<>();

    /** @param additions the titles of further sources */
    PaperSources(Wording wording, FactWords facts, PairAdditions additions) {
        this.wording = wording;
        this.facts = facts;
        this.additions = additions;
    }

    /** Returns {@code [1, 3]} with a space before it, and records the sources; empty if there are none. */
    String cite(Collection<String> cited) {
        List<String> numbers = new ArrayList<>();
        for (String source : cited) {
            String id = title(source) == null ? source : Names.sourceId(source);
            if (!sections.containsKey(id) && sections.size() >= MOST) {
                unlisted.add(id);
                continue;
            }
            Set<String> of = sections.computeIfAbsent(id, any -> new TreeSet<>());
            if (!id.equals(source)) {
                of.add(source.substring(source.indexOf('§')));
            }
            String number = String.valueOf(List.copyOf(sections.keySet()).indexOf(id) + 1);
            if (!numbers.contains(number)) {
                numbers.add(number);
            }
        }
        return numbers.isEmpty() ? "" : " [" + String.join(", ", numbers) + "]";
    }

    /** Returns the title of a source; null if it has none. */
    private @Nullable String title(String source) {
        String title = additions.sourceTitle(source, wording);
        return title == null ? facts.names().sourceTitle(source, wording.language()) : title;
    }

    /** Returns the sources, labelled with their numbers. */
    List<Item> all() {
        List<Item> items = new ArrayList<>();
        sections.forEach((id, of) -> {
            String title = title(id);
            String url = facts.names().sourceUrl(id);
            String named = title == null ? wording.sentence("%s (no document is listed)", facts.source(id)) : title;
            String parts = of.isEmpty() ? named : wording.sentence("%s, %s", named, wording.list(of));
            items.add(new Item("[" + (items.size() + 1) + "]", parts, url == null ? List.of() : List.of(url)));
        });
        if (!unlisted.isEmpty()) {
            items.add(new Item(wording.sentence("and %s more in the memo", unlisted.size())));
        }
        return items;
    }
}
