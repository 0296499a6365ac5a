package dev.winnow.tables;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.cells.CellChange;
import dev.winnow.tables.internal.entries.EntryWriter;
import dev.winnow.tables.internal.entries.ImportedTable;
import dev.winnow.tables.internal.entries.RowCount;
import dev.winnow.tables.internal.mapping.Mapping;
import dev.winnow.tables.internal.write.Export;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The result of an import, with places relative to the folder of the file. */
public final class Imported implements ImportWatch {

    public static final Universe CHIPS = Universe.parse(ShippedFacts.VOCABULARY, Map.of("chips.yaml", """
        universe: {name: chips, asOf: 2026-01-08}
        endMarkets: [{id: automotive, name: Automotive, zh: 汽车}, {id: home-appliances, name: Home appliances, zh: 家电}]
        tracks: [{id: integrated-circuits, name: Integrated circuits, zh: 集成电路}]
        subTracks: [{id: automotive-chips, name: Automotive-grade chips, zh: 车规级芯片}]
        chains:
          - id: integrated-circuits
            name: Integrated circuits 集成电路
            links:
              - {id: chip-design, name: Chip design 芯片设计, stage: design}
              - {id: wafer-manufacturing, name: "Wafer manufacturing, 8 inches and more 晶圆制造", stage: manufacturing}
        cities: [{id: qingdao, name: Qingdao 青岛}]
        """));

    public final List<String> notes = new ArrayList<>();
    public final List<String> problems = new ArrayList<>();
    public final List<String> changes = new ArrayList<>();
    public final List<ImportedTable> tables = new ArrayList<>();
    public final List<ImportedTable.RefusedRow> refused = new ArrayList<>();
    final List<ImportedTable.LeftRow> left = new ArrayList<>();
    public String yaml = "";
    public RowCount rows = RowCount.NONE;

    private Imported() {}

    public static Imported of(Path... files) throws IOException {
        return of(Mapping.NONE, null, files);
    }

    public static Imported of(Mapping map, String sheet, Path... files) throws IOException {
        return of(CHIPS, map, sheet, files);
    }

    public static Imported of(Universe base, Mapping map, String sheet, Path... files) throws IOException {
        Imported imported = new Imported();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EntryWriter writer = Export.YAML.writer(out, Language.EN, imported::problem);
        Import run = new Import(base, map, sheet, null, imported);
        run.run(List.of(files), writer);
        imported.rows = run.rows();
        writer.close();
        imported.yaml = out.toString(StandardCharsets.UTF_8);
        return imported;
    }

    /** The projects of a file as nodes. */
    static List<Node> projects(Path file) throws IOException {
        List<Node> nodes = new ArrayList<>();
        new Import(CHIPS, Mapping.NONE, null, null, new ImportWatch() {}).run(List.of(file), new EntryWriter() {
            @Override
            public void write(EntryKind kind, String holder, Node entry) {
                nodes.add(entry);
            }

            @Override
            public void close() {}
        });
        return nodes;
    }

    @Override
    public void table(ImportedTable table) {
        tables.add(table);
    }

    @Override
    public void note(Problem note) {
        notes.add(said(note));
    }

    @Override
    public void problem(Problem problem) {
        problems.add(said(problem));
    }

    @Override
    public void refused(ImportedTable.RefusedRow row) {
        refused.add(row);
        row.problems().forEach(this::problem);
    }

    @Override
    public void passedOver(ImportedTable.LeftRow row) {
        left.add(row);
    }

    @Override
    public void changed(CellChange change) {
        changes.add(change.kind() + " " + change.from() + " → " + change.into());
    }

    private static String said(Problem problem) {
        String text =
                problem.place() + ": " + problem.what() + (problem.advice() == null ? "" : "; " + problem.advice());
        return text.substring(text.lastIndexOf('/', text.indexOf(": ") < 0 ? 0 : text.indexOf(": ")) + 1);
    }
}
