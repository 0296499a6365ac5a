package dev.winnow.spring;

import dev.winnow.engine.RulePack;

/** A pack on the class path, which nobody edits while the application runs. */
record PackedPack(String place) implements PackSource {

    @Override
    public RulePack read() {
        return RulePack.load(Thread.currentThread().getContextClassLoader(), ClassPathFiles.folder(place));
    }

    @Override
    public String fingerprint() {
        return place;
    }

    @Override
    public boolean isEditable() {
        return false;
    }
}
