package dev.winnow.console.option;

import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.report.internal.contents.Sheets;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.json.Fields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The {@code --fields} option, which selects the fields of each candidate. */
public final class FieldsOption {

    @Option(
            names = "--fields",
            paramLabel = "NAMES",
            split = ",",
            description = "With -f json, ndjson or csv: write only these fields of each candidate, such as"
                    + " project,city,verdict. Other fields are not computed.")
    private @Nullable List<String> names;

    private Set<String> wanted = Set.of();

    /** Refuses fields that a format cannot contain. */
    public void check(Format format) {
        if (names == null) {
            return;
        }
        if (format != Format.JSON && format != Format.NDJSON && format != Format.CSV) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("`%s` requires `%s`, `%s` or `%s`", "--fields", "-f json", "-f ndjson", "-f csv"));
        }
        List<String> known = known(format);
        wanted = new LinkedHashSet<>();
        for (String name : names) {
            String field = name.strip();
            if (!known.contains(field)) {
                throw new Refusal(
                        Exit.USAGE,
                        Message.of("unknown field `%s`; expected one of %s", Columns.clean(field), Message.names(known))
                                .with(Nearest.advice(field, known)));
            }
            wanted.add(field);
        }
    }

    private static List<String> known(Format format) {
        if (format == Format.CSV) {
            return Sheets.FIELDS;
        }
        List<String> known = new ArrayList<>(Fields.OF_ASSESSMENT);
        if (format == Format.JSON) {
            known.add(Fields.RANKINGS);
        }
        return known;
    }

    /** Returns the selected fields of the JSON contract. */
    public Fields fields() {
        return names == null ? Fields.ALL : Fields.of(wanted);
    }

    /** Returns the selected columns of a table; empty for all. */
    Set<String> columns() {
        return wanted;
    }
}
