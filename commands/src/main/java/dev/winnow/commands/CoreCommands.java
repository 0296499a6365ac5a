package dev.winnow.commands;

import static dev.winnow.console.CommandEntry.Topic.CHOICES;
import static dev.winnow.console.CommandEntry.Topic.DATA;
import static dev.winnow.console.CommandEntry.Topic.HELP;
import static dev.winnow.console.CommandEntry.Topic.RECORDS;
import static dev.winnow.console.CommandEntry.Topic.SCREENING;

import dev.winnow.commands.data.EvidenceCommand;
import dev.winnow.commands.data.ImportCommand;
import dev.winnow.commands.data.SchemaCommand;
import dev.winnow.commands.data.SynthCommand;
import dev.winnow.commands.data.TemplateCommand;
import dev.winnow.commands.help.CompletionCommand;
import dev.winnow.commands.help.DoctorCommand;
import dev.winnow.commands.help.ManualCommand;
import dev.winnow.commands.panel.PanelAgreementCommand;
import dev.winnow.commands.panel.PanelAskCommand;
import dev.winnow.commands.panel.PanelDiscussCommand;
import dev.winnow.commands.panel.PanelReadCommand;
import dev.winnow.commands.panel.PanelShowCommand;
import dev.winnow.commands.records.DecideCommand;
import dev.winnow.commands.records.HistoryCommand;
import dev.winnow.commands.records.RecordsExportCommand;
import dev.winnow.commands.records.RecordsImportCommand;
import dev.winnow.commands.records.ReplayCommand;
import dev.winnow.commands.records.VerifyCommand;
import dev.winnow.commands.screening.AnswersCommand;
import dev.winnow.commands.screening.AskCommand;
import dev.winnow.commands.screening.ExplainCommand;
import dev.winnow.commands.screening.ScreenCommand;
import dev.winnow.console.CommandEntry;
import dev.winnow.console.Feature;
import dev.winnow.console.FileKind;
import dev.winnow.model.internal.assumption.AssumptionReader;
import dev.winnow.model.internal.schema.PanelSchema;
import dev.winnow.model.internal.schema.UniverseSchema;
import dev.winnow.model.internal.schema.VocabularySchema;
import dev.winnow.records.internal.text.RecordsJson;
import dev.winnow.report.json.OutputSchema;
import dev.winnow.tables.internal.mapping.MappingSchema;
import dev.winnow.web.internal.ContractOperations;
import dev.winnow.workbench.internal.scaffold.PackSchema;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The commands for screening, records and data. */
public final class CoreCommands implements Feature {

    @Override
    public String id() {
        return "core";
    }

    @Override
    public List<CommandEntry> commands() {
        return List.of(
                new CommandEntry("screen", SCREENING, (terminal, packs) -> new ScreenCommand(terminal, packs)),
                new CommandEntry("explain", SCREENING, (terminal, packs) -> new ExplainCommand(terminal, packs)),
                new CommandEntry("ask", SCREENING, (terminal, packs) -> new AskCommand(terminal, packs)),
                new CommandEntry("answers", SCREENING, (terminal, packs) -> new AnswersCommand(terminal, packs)),
                CommandEntry.group("panel", CHOICES, "Let a panel of assessors judge facts."),
                new CommandEntry("panel ask", CHOICES, (terminal, packs) -> new PanelAskCommand(terminal, packs)),
                new CommandEntry("panel read", CHOICES, (terminal, packs) -> new PanelReadCommand(terminal, packs)),
                new CommandEntry("panel show", CHOICES, (terminal, packs) -> new PanelShowCommand(terminal, packs)),
                new CommandEntry(
                        "panel agreement", CHOICES, (terminal, packs) -> new PanelAgreementCommand(terminal, packs)),
                new CommandEntry(
                        "panel discuss", CHOICES, (terminal, packs) -> new PanelDiscussCommand(terminal, packs)),
                new CommandEntry("decide", RECORDS, (terminal, packs) -> new DecideCommand(terminal)),
                new CommandEntry("history", RECORDS, (terminal, packs) -> new HistoryCommand(terminal)),
                new CommandEntry("replay", RECORDS, (terminal, packs) -> new ReplayCommand(terminal)),
                new CommandEntry("verify", RECORDS, (terminal, packs) -> new VerifyCommand(terminal)),
                CommandEntry.group("records", RECORDS, "Move records between places."),
                new CommandEntry("records export", RECORDS, (terminal, packs) -> new RecordsExportCommand(terminal)),
                new CommandEntry("records import", RECORDS, (terminal, packs) -> new RecordsImportCommand(terminal)),
                new CommandEntry("evidence", DATA, (terminal, packs) -> new EvidenceCommand(terminal)),
                new CommandEntry("import", DATA, (terminal, packs) -> new ImportCommand(terminal)),
                new CommandEntry("template", DATA, (terminal, packs) -> new TemplateCommand(terminal)),
                new CommandEntry("synth", DATA, (terminal, packs) -> new SynthCommand(terminal)),
                new CommandEntry("schema", DATA, (terminal, packs) -> new SchemaCommand(terminal)),
                new CommandEntry("doctor", DATA, (terminal, packs) -> new DoctorCommand(terminal, packs)),
                new CommandEntry("completion", HELP, false, (terminal, packs) -> new CompletionCommand(terminal)),
                new CommandEntry("manual", HELP, false, (terminal, packs) -> new ManualCommand(terminal)));
    }

    @Override
    public List<OutputSchema> outputs() {
        return Stream.concat(OutputSchema.ALL.stream(), RecordsJson.SCHEMAS.stream())
                .toList();
    }

    @Override
    public List<FileKind> files() {
        return List.of(
                new FileKind("pack", "pack.yaml", PackSchema::pack),
                new FileKind("vocabulary", "vocabulary.yaml", facts -> VocabularySchema.schema()),
                new FileKind("limits", "limits.yaml", PackSchema::limits),
                new FileKind(
                        "assumptions",
                        "assumptions.yaml",
                        facts -> AssumptionReader.FILE.document(
                                "assumptions.yaml of a winnow rule pack", facts, Map.of())),
                new FileKind("cases", "cases/*.yaml", PackSchema::cases),
                new FileKind("zh", "zh.yaml", PackSchema::chinese),
                new FileKind("universe", "UNIVERSE/**/*.yaml", UniverseSchema::schema),
                new FileKind("mapping", "--map FILE", MappingSchema::schema),
                new FileKind("panel", "--panel FILE", facts -> PanelSchema.panel()),
                new FileKind("judgements", "a round of --panel", PanelSchema::judgements),
                new FileKind("openapi", "winnow serve, GET /api/…", facts -> ContractOperations.description("/")));
    }
}
