package dev.winnow.report.html;

import dev.winnow.analysis.chains.ChainArrivals;
import dev.winnow.analysis.portfolio.Portfolio;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.source.Message;
import dev.winnow.report.contents.ChainCharts;
import dev.winnow.report.document.Document.Origin;
import dev.winnow.report.html.PageFrame.Part;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.PortfolioWords;
import dev.winnow.report.i18n.Wording;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was chosen as a self-contained HTML file for a committee, all on one page: a set of projects, or who goes where.
 * Like the pages of {@link HtmlReport}, it works without a network. Immutable and thread-safe.
 */
public final class ChoicePage {

    private static final List<String> SCRIPTS = List.of("document.js", "theme.js", "chain.js", "choice.js");

    private final Wording words;
    private final @Nullable ChainArrivals arrivals;

    private ChoicePage(Wording words, @Nullable ChainArrivals arrivals) {
        this.words = words;
        this.arrivals = arrivals;
    }

    /**
     * Pages in a language.
     *
     * @param arrivals what is brought to the chains of cities; null if that is not shown
     */
    public static ChoicePage inWords(Wording words, @Nullable ChainArrivals arrivals) {
        return new ChoicePage(words, arrivals);
    }

    /** Writes a set of projects, without closing the stream. */
    public void portfolio(Portfolio portfolio, OutputStream out) throws IOException {
        PortfolioWords said = new PortfolioWords(portfolio, words);
        FactWords facts = new FactWords(words, portfolio.names());
        FrontierCurve curve = FrontierCurve.of(portfolio, said);
        Index index = new Index(facts, json -> {
            if (curve != null) {
                json.name("frontier");
                curve.write(json, words);
            }
        });
        write(
                "portfolio.jte",
                shell(
                        said.name(),
                        editions(portfolio.pack(), portfolio.universe()),
                        portfolio.illustrative(),
                        said.foot(),
                        index),
                shell -> new PortfolioPage(shell, portfolio, said, curve, hasChains()),
                out);
    }

    /** What the scripts read, beside words and chains. */
    private record Index(FactWords facts, PageJson.Writing more) {}

    private boolean hasChains() {
        return arrivals != null
                && !arrivals.links().isEmpty()
                && !arrivals.cities().isEmpty();
    }

    private List<Origin> editions(@Nullable Edition pack, @Nullable Edition universe) {
        return pack == null || universe == null
                ? List.of()
                : List.of(
                        HtmlReport.origin(words.say("page.edition.pack"), pack),
                        HtmlReport.origin(words.say("page.edition.universe"), universe));
    }

    private PageShell shell(
            String title, List<Origin> editions, boolean illustrative, List<Message> remarks, Index index) {
        String style = HtmlReport.resource("page.css");
        String app = SCRIPTS.stream().map(HtmlReport::resource).collect(Collectors.joining("\n"));
        List<String> scripts = List.of(HtmlReport.resource("charts.js"), "(() => {\n'use strict';\n" + app + "})();\n");
        byte[] data = PageJson.of(json -> json.object(inside -> {
            words(inside);
            if (hasChains() && arrivals != null) {
                inside.name("chain");
                ChainData.write(new ChainCharts(words, index.facts()).of(arrivals, ""), inside);
            }
            index.more().write(inside);
        }));
        return new PageShell(
                words,
                title,
                editions,
                hasChains() && arrivals != null ? arrivals.facts().asOf().toString() : "",
                illustrative,
                words.sentence("Charts need JavaScript, which stands in this file. All else can be read without it."),
                remarks.stream().map(words::say).toList(),
                HtmlReport.policy(style, scripts),
                style,
                scripts,
                List.of(new Part("index", CompressedBytes.of(data))));
    }

    private void words(PageJson json) throws IOException {
        json.name("words").object(inside -> {
            for (Map.Entry<String, String> word : words.beginning("page.").entrySet()) {
                inside.name(word.getKey().substring("page.".length())).text(word.getValue());
            }
            for (Map.Entry<String, String> word : words.beginning("status.").entrySet()) {
                inside.name(word.getKey()).text(word.getValue());
            }
        });
    }

    private static void write(String file, PageShell shell, Function<PageShell, Object> page, OutputStream out)
            throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        HtmlReport.Templates.ENGINE.render(file, page.apply(shell), new WriterOutput(writer));
        writer.flush();
    }
}
