package dev.winnow.serve.internal.rules;

/**
 * A file of the pack, as the list of files shows it.
 *
 * @param name the name, relative to the pack's folder
 * @param edited whether it has unsaved edits
 * @param created whether it exists only in the edits
 * @param conflict whether it changed on disk after its edits began
 */
record PackFile(String name, boolean edited, boolean created, boolean conflict) {}
