package dev.winnow.report.markdown;

import dev.winnow.analysis.chains.ChainMap;
import dev.winnow.analysis.chains.LinkState;
import dev.winnow.model.domain.Demand;
import dev.winnow.model.domain.Fund;
import dev.winnow.model.domain.IndustrialChain;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Names;
import dev.winnow.model.value.Figure;
import dev.winnow.report.contents.Cells;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.text.AssessmentSummary;
import dev.winnow.report.text.GapQuestions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a chain map as Markdown for a committee. */
public final class MarkdownChains {

    private final ChainMap map;
    private final Wording wording;
    private final Names names;
    private final MarkdownText text = new MarkdownText();

    private MarkdownChains(ChainMap map, Wording wording, Names names) {
        this.map = map;
        this.wording = wording;
        this.names = names;
    }

    /**
     * The text, each line ended.
     *
     * @param names the display names of the universe
     */
    public static String of(ChainMap map, Wording wording, Names names) {
        MarkdownChains chains = new MarkdownChains(map, wording, names);
        chains.text.heading(
                1,
                wording.say(
                        "memo.city",
                        wording.say("sheet.title.gaps", chains.named(map.cityName())),
                        wording.day(map.asOf())));
        if (map.illustrative()) {
            chains.text.paragraph("**" + wording.say("sheet.about.invented") + "**");
        }
        map.chains().forEach(chains::chain);
        chains.newcomers();
        chains.demands();
        chains.funds();
        chains.questions();
        chains.text.paragraph(wording.say("sheet.about.thinness") + " " + wording.say("sheet.about.newcomers"));
        MarkdownMemo.foot(map.pack(), map.universe(), wording, chains.text);
        return chains.text.toString();
    }

    private static String escaped(String text) {
        return MarkdownText.escaped(text);
    }

    private String named(String name) {
        return escaped(wording.name(name));
    }

    private String column(String name) {
        return wording.say("sheet.column." + name);
    }

    private void chain(IndustrialChain chain) {
        text.heading(2, named(chain.name()));
        text.head(List.of(column("linkName"), column("status"), column("since"), column("holders")), "----");
        for (LinkState state : map.links()) {
            if (state.link().chain().equals(chain.id())) {
                List<String> holders = state.holders().stream()
                        .map(holder -> wording.name(holder.name()))
                        .toList();
                text.row(List.of(
                        named(state.link().name()),
                        wording.say("status." + state.status()),
                        state.since() == null ? "" : state.since().toString(),
                        escaped(Cells.spoken(holders, wording))));
            }
        }
        text.line("");
    }

    private void newcomers() {
        text.heading(2, wording.say("memo.newcomers"));
        text.head(
                List.of(
                        column("place"),
                        column("linkName"),
                        column("chainActions"),
                        wording.say("memo.gains", wording.say("side.CITY")),
                        wording.say("memo.points"),
                        column("verdict"),
                        column("reason"),
                        column("candidates")),
                "n--nn---");
        int place = 1;
        for (LinkState state : map.ranked()) {
            Assessment newcomer = state.newcomer().assessment();
            List<String> candidates = state.candidates().stream()
                    .map(Explanation::assessment)
                    .map(one -> wording.say("memo.figure", one.projectName(), wording.say("verdict." + one.verdict())))
                    .toList();
            text.row(List.of(
                    String.valueOf(place),
                    named(state.link().name()),
                    Cells.spoken(newcomer.chainActions(), wording),
                    Numbers.range(ChainMap.city(newcomer), 0),
                    Numbers.range(newcomer.score(), 0),
                    wording.say("verdict." + newcomer.verdict()),
                    escaped(AssessmentSummary.newcomer(state.newcomer())),
                    escaped(Cells.spoken(candidates, wording))));
            place++;
        }
        text.line("");
    }

    private void demands() {
        text.heading(2, wording.say("sheet.demands"));
        for (Demand demand : map.demands()) {
            String market = Objects.requireNonNullElse(demand.endMarket(), "");
            figure(names.within("endMarkets", market, wording.language()), demand.annualOutput());
        }
        more(map.allDemands());
    }

    private void funds() {
        text.heading(2, wording.say("sheet.funds"));
        for (Fund fund : map.funds()) {
            String name = Objects.requireNonNullElse(fund.name(), Objects.requireNonNullElse(fund.id(), ""));
            figure(wording.name(name), fund.available());
        }
        more(map.allFunds());
    }

    private void questions() {
        List<GapQuestions.Item> items = GapQuestions.of(map, wording, names).items();
        if (items.isEmpty()) {
            return;
        }
        text.heading(2, wording.sentence("To find out first"));
        int place = 0;
        for (GapQuestions.Item item : items) {
            text.line(++place + ". " + escaped(item.sentence()) + "  ");
            text.line("   "
                    + escaped(wording.sentence("%s; %s; for %s", item.effort(), item.stake(), item.links(wording))));
        }
        text.line("");
    }

    private void figure(String name, @Nullable Figure figure) {
        text.line("- "
                + wording.say(
                        "memo.figure",
                        escaped(name),
                        figure == null
                                ? wording.say("memo.figure.unknown")
                                : escaped(figure.write(wording.language()))));
    }

    private void more(boolean all) {
        if (!all) {
            text.line("- " + wording.say("memo.others"));
        }
        text.line("");
    }
}
