package dev.winnow.spring;

import dev.winnow.engine.RulePack;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.List;
import java.util.Map;

/** A pack on the class path, which does not change while the application runs. */
record PackedPack(String place) implements LocalPack {

    @Override
    public String name() {
        return ClassPathFiles.name(place);
    }

    @Override
    public LoadedPack load() {
        RulePack pack = RulePack.load(Thread.currentThread().getContextClassLoader(), ClassPathFiles.folder(place));
        return new LoadedPack(pack, files());
    }

    @Override
    public Map<String, String> files() {
        return ClassPathFiles.read(place);
    }

    @Override
    public Vocabulary vocabulary(List<Problem> problems) {
        Map<String, String> files = ClassPathFiles.read(place);
        if (files.isEmpty()) {
            problems.add(Problem.at(Place.file(place), "rule pack not found on the class path"));
        }
        String text = files.get(Vocabulary.FILE);
        Node document = text == null ? null : Document.parse(place + "/" + Vocabulary.FILE, text, problems);
        return document == null ? Vocabulary.core() : Vocabulary.of(document, problems);
    }

    @Override
    public String fingerprint() {
        return place;
    }

    @Override
    public boolean mayChange() {
        return false;
    }
}
