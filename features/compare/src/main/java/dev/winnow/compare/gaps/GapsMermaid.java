package dev.winnow.compare.gaps;

import dev.winnow.analysis.internal.chains.ChainMap;
import dev.winnow.analysis.internal.chains.LinkState;
import dev.winnow.model.domain.IndustrialChain;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Language;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.sentences.Editions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a chain map as a Mermaid diagram, with a subgraph per chain, from upstream to downstream. */
public final class GapsMermaid {

    private final ChainMap map;
    private final Wording wording;
    private final GapWords words;
    private final String city;
    private final Map<String, String> nodes = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    private GapsMermaid(ChainMap map, Wording wording, Names names) {
        this.map = map;
        this.wording = wording;
        this.words = new GapWords(wording);
        this.city =
                wording.language() == Language.EN ? map.cityName() : names.of("cities", map.city(), wording.language());
        map.links().forEach(one -> nodes.put(one.link().id(), "n" + (nodes.size() + 1)));
    }

    /** Returns the diagram; each line ends with a line feed. */
    public static String of(ChainMap map, Wording wording, Names names) {
        GapsMermaid mermaid = new GapsMermaid(map, wording, names);
        mermaid.whole();
        return mermaid.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void whole() {
        String title = wording.sentence("%s, as of %s", Columns.clean(city), wording.day(map.asOf()));
        line("%% "
                + (map.illustrative() ? wording.sentence("%s. ", title) + wording.sentence(Editions.INVENTED) : title));
        line("flowchart LR");
        for (int i = 0; i < map.chains().size(); i++) {
            IndustrialChain chain = map.chains().get(i);
            line("  subgraph c" + (i + 1) + "[\"" + escaped(words.called(chain.name())) + "\"]");
            map.links().stream()
                    .filter(one -> one.link().chain().equals(chain.id()))
                    .forEach(this::node);
            line("  end");
        }
        for (LinkState one : map.links()) {
            for (String upstream : one.link().upstream()) {
                line("  " + nodes.get(upstream) + " --> " + nodes.get(one.link().id()));
            }
        }
        line("  classDef held fill:#cfe8cf,stroke:#2b6b2b,color:#000");
        line("  classDef thin fill:#fff1c2,stroke:#8a6d00,color:#000");
        line("  classDef missing fill:#f6cccc,stroke:#8f1f1f,color:#000");
        line("  classDef unknown fill:#eeeeee,stroke:#666666,color:#000,stroke-dasharray:4");
    }

    private void node(LinkState one) {
        List<String> lines = new ArrayList<>(List.of(words.called(one.link().name()), words.status(one.status())));
        if (!one.holders().isEmpty()) {
            lines.add(wording.list(one.holders().stream().map(words::holder).toList()));
        }
        line("    " + nodes.get(one.link().id()) + "[\""
                + lines.stream().map(GapsMermaid::escaped).collect(Collectors.joining("<br/>")) + "\"]:::"
                + one.status().name().toLowerCase(Locale.ROOT));
    }

    /** Escapes a text for Mermaid and HTML. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        Columns.clean(text).codePoints().forEach(character -> {
            if ("\"#&<>`;".indexOf(character) >= 0) {
                escaped.append('#').append(character).append(';');
            } else {
                escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }
}
