package dev.winnow.compare.gaps;

import dev.winnow.analysis.internal.chains.ChainMap;
import dev.winnow.console.input.GivenUniverse;
import dev.winnow.console.input.ScreeningInput;
import dev.winnow.console.input.StatementDayNotes;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.Forms;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.option.UniverseOption;
import dev.winnow.console.option.UnknownName;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.AsOfPolicy;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.language.PackException;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.html.HtmlReport;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.sentences.GapQuestions;
import dev.winnow.report.json.Contracts;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow gaps}: shows which chain links a city has, and what would close the gaps. */
@Command(
        name = "gaps",
        description = "Map the chains of a city: each link as held, thin, missing or unknown, its holders, and "
                + "what the rules would award a project that adds only this link.",
        footer = {"winnow gaps qingdao", "winnow gaps birchport -u illustrative -r battery"},
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class GapsCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Packs packs;

    @Parameters(index = "0", paramLabel = "CITY", description = "A city, by id or name.")
    private String city = "";

    @Mixin
    private final UniverseOption universes = new UniverseOption();

    @Option(
            names = {"-r", "--rules"},
            paramLabel = "PATH",
            description = "Folder of a rule pack, or the name of a shipped one. Default: " + Shipped.DEFAULT + ".")
    private @Nullable String rules;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "Use the facts known on this day. Default: the universe’s day, including facts learnt " + "later.")
    private @Nullable String asOf;

    @Mixin
    private final FormatOption format = new FormatOption(
            "table for people; json or ndjson for programs; csv or xlsx for spreadsheets; markdown "
                    + "to paste; docx, a Word document; mermaid, a diagram; html, a web page. Default: by the "
                    + "ending of -o FILE, otherwise table.",
            Format.TABLE,
            Format.JSON,
            Format.NDJSON,
            Format.CSV,
            Format.XLSX,
            Format.MARKDOWN,
            Format.DOCX,
            Format.HTML,
            Format.MERMAID);

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public GapsCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.packs = packs;
    }

    @Override
    public Integer call() {
        Format chosen = format.chosen(print, terminal);
        AsOfPolicy asOfPolicy = asOf == null ? AsOfPolicy.ofUniverse() : AsOfPolicy.on(InputOptions.day(asOf));
        Notices notices = print.notices(terminal);
        try (Shipped shipped = new Shipped()) {
            RulePack pack = ScreeningInput.pack(packs, shipped.find(Shipped.Kind.RULES, rules), notices);
            Universe universe = GivenUniverse.read(
                    universes,
                    pack == null ? List.of() : List.of(pack),
                    () -> shipped.vocabulary(rules),
                    notices::notes,
                    shipped);
            notices.problems(universe.problems());
            notices.notes(universe.moves());
            StatementDayNotes.report(universe, asOf != null, notices);
            notices.conflicts(universe.conflicts());
            if (pack == null) {
                return notices.finish(Message.of("nothing was mapped"));
            }
            ChainMap map = map(pack, universe, asOfPolicy);
            if (map.links().isEmpty()) {
                throw new Refusal(
                        Exit.PROBLEMS,
                        Message.of("universe `%s` has no chain, so there is nothing to map", universe.name()));
            }
            print.write(terminal, forms(map, pack, pack.names(universe.names())).as(chosen));
        } catch (PackException e) {
            notices.problems(e.problems());
            return notices.finish(Message.of("nothing was mapped"));
        }
        return notices.finish(Message.of("entries with problems were left out; the rest was mapped"));
    }

    private Forms forms(ChainMap map, RulePack pack, Names names) {
        Wording wording = terminal.wording();
        return new Forms()
                .document(() -> GapsContents.of(map, wording, names), print, terminal)
                .with(Format.JSON, out -> Contracts.write(map, GapQuestions.of(map, wording, names), out))
                .with(Format.NDJSON, out -> Contracts.writeLines(map, out))
                .with(
                        Format.HTML,
                        out -> HtmlReport.inWords(wording, new FactWords(wording, names))
                                .document(
                                        GapsContents.of(map, wording, names),
                                        "chain",
                                        GapsContents.judged(map),
                                        pack,
                                        out))
                .text(Format.MERMAID, () -> GapsMermaid.of(map, wording, names));
    }

    private ChainMap map(RulePack pack, Universe universe, AsOfPolicy asOfPolicy) {
        String id = universe.findCity(city);
        ChainMap map = id == null
                ? null
                : ChainMap.of(ScreeningRequest.of(pack, universe).at(asOfPolicy), id);
        if (map == null) {
            throw UnknownName.city(universe, city);
        }
        return map;
    }
}
