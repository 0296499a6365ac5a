package com.example;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.winnow.console.ListCommand;
import dev.winnow.console.option.Packs;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import dev.winnow.report.json.Contract;
import java.util.List;
import java.util.TreeMap;
import picocli.CommandLine.Command;

/** {@code winnow tally}: counts the verdicts in each city, as text, JSON, CSV, workbook or page. */
@Command(name = "tally", description = "Count the verdicts of each city.")
final class TallyCommand extends ListCommand<TallyCommand.Line> {

    /** The JSON of the command. */
    record Verdicts(int schema, List<Line> verdicts) {}

    record Line(String city, Verdict verdict, int projects) {}

    TallyCommand(Terminal terminal, Packs packs) {
        super(terminal, packs, "tally", Line.class);
    }

    @Override
    protected List<Line> lines(ScreeningResult result) {
        return result.asked().assessments().stream()
                .collect(groupingBy(
                        Assessment::city, TreeMap::new, groupingBy(Assessment::verdict, TreeMap::new, counting())))
                .entrySet()
                .stream()
                .flatMap(city -> city.getValue().entrySet().stream()
                        .map(verdict -> new Line(
                                city.getKey(),
                                verdict.getKey(),
                                verdict.getValue().intValue())))
                .toList();
    }

    @Override
    protected Record json(List<Line> lines) {
        return new Verdicts(Contract.SCHEMA, lines);
    }
}
