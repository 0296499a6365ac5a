package dev.winnow.report;

import dev.winnow.engine.RulePack;
import dev.winnow.model.Assessment;
import dev.winnow.model.Because;
import dev.winnow.model.ChainAction;
import dev.winnow.model.Effect;
import dev.winnow.model.Facts;
import dev.winnow.model.Screening;
import dev.winnow.model.Side;
import dev.winnow.model.Verdict;
import dev.winnow.report.PageFrame.Labelled;
import dev.winnow.report.PageFrame.Part;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finished results as one HTML file that needs nothing else: it works from a disk without a network, light and dark, on
 * paper and on screen. Nothing that a pack or a universe says can become code in it. Immutable and thread-safe.
 */
public final class HtmlReport {

    private static final List<String> SCRIPTS =
            List.of("document.js", "pairs.js", "overview.js", "pair.js", "chain.js", "views.js");

    private final Wording words;
    private final UnaryOperator<String> facts;

    private HtmlReport(Wording words, UnaryOperator<String> facts) {
        this.words = words;
        this.facts = facts;
    }

    /**
     * Reports in a language.
     *
     * @param facts says a fact in words: {@code the project’s yield rate} for {@code project.yieldRate}
     */
    public static HtmlReport in(Wording words, UnaryOperator<String> facts) {
        return new HtmlReport(words, facts);
    }

    /**
     * Writes a screening, without closing the stream: a list of what was screened, why, what is open, the chains, and the
     * rules.
     *
     * @param pack the rules it was screened by
     * @param known what was known of its universe
     */
    public void screening(Screening screening, RulePack pack, Facts known, OutputStream out) throws IOException {
        List<Assessment> all = screening.assessments();
        ChainBoard board = ChainBoard.of(known, all);
        List<String> days =
                all.stream().map(one -> one.asOf().toString()).distinct().toList();
        List<String> views = new ArrayList<>(List.of("overview", "pair"));
        if (!board.isEmpty()) {
            views.add("chain");
        }
        views.add("rules");
        boolean one = all.size() == 1;
        String title = one
                ? words.say(
                        "page.title.pair", all.get(0).projectName(), all.get(0).cityName())
                : words.say("page.title.screening", screening.universe().name());
        write(
                out,
                title,
                List.of(
                        new Labelled(words.say("page.edition.pack"), screening.pack()),
                        new Labelled(words.say("page.edition.universe"), screening.universe())),
                days.size() == 1 ? days.get(0) : "",
                screening.illustrative(),
                views,
                RuleBook.of(pack),
                new Pairs(all, facts),
                board,
                one ? "pair" : "overview");
    }

    private void write(
            OutputStream out,
            String title,
            List<Labelled> editions,
            String day,
            boolean illustrative,
            List<String> views,
            RuleBook book,
            Pairs pairs,
            @Nullable ChainBoard board,
            String start)
            throws IOException {
        String style = resource("page.css");
        String app = SCRIPTS.stream().map(HtmlReport::resource).collect(Collectors.joining("\n"));
        List<String> scripts = List.of(resource("charts.js"), "(() => {\n'use strict';\n" + app + "})();\n");
        byte[] index = PageJson.of(json -> json.object(inside -> {
            inside.name("start").text(start);
            names(inside);
            inside.name("recommend").number(book.pack().recommendFrom());
            inside.name("decline").number(book.pack().declineBelow());
            inside.name("rules").list(book.pack().rules(), rule -> inside.text(rule.id()));
            pairs.columns(inside);
            if (board != null) {
                inside.name("chain");
                board.write(inside);
            }
        }));
        PageFrame frame = new PageFrame(
                words,
                title,
                editions,
                day,
                illustrative,
                views,
                book,
                policy(style, scripts),
                style,
                scripts,
                List.of(new Part("index", Packed.of(index)), new Part("details", Packed.of(pairs.details()))));
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Templates.ENGINE.render("page.jte", frame, new WriterOutput(writer));
        writer.flush();
    }

    /** The words of the page's scripts, and the names of what is written as numbers. */
    private void names(PageJson json) throws IOException {
        json.name("words").object(inside -> {
            for (Map.Entry<String, String> word : words.beginning("page.").entrySet()) {
                inside.name(word.getKey().substring("page.".length())).text(word.getValue());
            }
            for (String kind : List.of("verdict.", "because.", "effect.", "action.", "side.")) {
                for (Map.Entry<String, String> word : words.beginning(kind).entrySet()) {
                    inside.name(word.getKey()).text(word.getValue());
                }
            }
        });
        enumeration(json, "verdicts", Verdict.values());
        enumeration(json, "becauses", Because.values());
        enumeration(json, "effects", Effect.values());
        enumeration(json, "chainActions", ChainAction.values());
        enumeration(json, "sides", Side.values());
    }

    private static <E extends Enum<E>> void enumeration(PageJson json, String name, E[] values) throws IOException {
        json.name(name).list(List.of(values), one -> json.text(one.name()));
    }

    /** Nothing may be fetched, and only what stands in the file may run. */
    private static String policy(String style, List<String> scripts) {
        String run = scripts.stream().map(HtmlReport::digest).collect(Collectors.joining(" "));
        return Stream.of(
                        "default-src 'none'",
                        "script-src " + run,
                        "style-src-elem " + digest(style),
                        "style-src-attr 'unsafe-inline'", // charts place their labels so
                        "img-src data:",
                        "base-uri 'none'",
                        "form-action 'none'")
                .collect(Collectors.joining("; "));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String file) {
        try (InputStream in = HtmlReport.class.getResourceAsStream("page/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no `page/" + file + "` beside " + HtmlReport.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loaded with the first page. */
    private static final class Templates {
        static final TemplateEngine ENGINE =
                TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlReport.class.getClassLoader(), PACKAGE);
    }

    private static final String PACKAGE = "dev.winnow.report";
}
