package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code import --learn} drafts a mapping for any file with rows or records. */
class LearnTest {

    @TempDir
    private Path folder;

    @Test
    void aTableWithoutKnownHeadingsIsDraftedWithOpenColumns() throws IOException {
        assertThat(learnt("list.csv", """
                Facility,Operator ID,Whereabouts
                Alpha,Acme,Qingdao
                """)).isEqualTo("""
                kind: projects
                columns:
                  Facility: {confirm: "-"}
                  Operator ID: {confirm: "-"}
                  Whereabouts: {confirm: "-"}
                """);
    }

    @Test
    void oneKnownHeadingIsFilledIn() throws IOException {
        assertThat(learnt("list.csv", """
                Project,Operator ID,Whereabouts
                Alpha,Acme,Qingdao
                """)).isEqualTo("""
                kind: projects
                columns:
                  Project: name
                  Operator ID: {confirm: "-"}
                  Whereabouts: {confirm: "-"}
                """);
    }

    @Test
    void recordsAreDraftedByTheirKeys() throws IOException {
        assertThat(learnt("list.json", """
                [{"facility": "Alpha", "city": "Qingdao"}]
                """)).isEqualTo("""
                kind: projects
                columns:
                  facility: {confirm: "-"}
                  city: city
                """);
    }

    @Test
    void geoJsonFeaturesAreRecords() throws IOException {
        String features = """
                {"type": "FeatureCollection", "features": [
                  {"type": "Feature", "geometry": {"type": "Point", "coordinates": [120.3, 36.1]},
                   "properties": {"name": "Alpha", "city": "Qingdao", "capacity_mw": 300}}]}
                """;

        assertThat(learnt("map.geojson", features))
                .isEqualTo(learnt("map.json", features))
                .isEqualTo("""
                from: features
                kind: projects
                columns:
                  type: {confirm: "-"}
                  geometry.type: {confirm: "-"}
                  geometry.coordinates: {confirm: "-"}
                  properties.name: {confirm: name, note: the heading resembles a word for it}
                  properties.city: {confirm: city, note: one of its keys is a word for it}
                  properties.capacity_mw: {confirm: "-"}
                """);
    }

    @Test
    void objectsWithoutASharedKeyAreNotRecords() throws IOException {
        assertThat(learnt("list.json", """
                {"meta": {"updated": "2025"}, "data": {"plants": [{"plant": "Alpha"}, {"plant": "Beta"}]}}
                """)).isEqualTo("""
                from: data.plants
                kind: projects
                columns:
                  plant: {confirm: "-"}
                """);
    }

    @Test
    void everyProposalHasAReason() throws IOException {
        assertThat(learnt("list.csv", """
                Project,City,End markets
                Alpha,Qingdao,High-Performance Computing
                Beta,Jinan,Automobiles
                Gamma,Qingdao,Home appliance
                """))
                .contains("words: {High-Performance Computing: {confirm: \"-\"}, Automobiles: {confirm: automotive},"
                        + " Home appliance: {confirm: home-appliances}}");
    }

    /** Returns the drafted mapping without the comment at its top. */
    private String learnt(String name, String content) throws IOException {
        Path list = Files.writeString(folder.resolve(name), content);
        Path map = folder.resolve(name + ".learnt.yaml");
        Run run = Run.winnow("import", list.toString(), "--learn", map.toString());
        assertThat(run.out()).contains("A draft mapping is in");
        return Files.readString(map).replaceFirst("(?s)^#.*?\n", "");
    }
}
