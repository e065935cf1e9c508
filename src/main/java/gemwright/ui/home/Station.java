package gemwright.ui.home;

import gemwright.ui.desk.Tone;
import gemwright.ui.text.Phrase;

import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;

/// One of the five stations on the way of a model.
///
/// @param screen id of the screen that the station leads to
/// @param name its text `station.NAME`
/// @param icon what stands before its name
/// @param tone how it went; neutral where it was not reached
/// @param verdict the result in a few words; empty where it was not reached
/// @param detail a number or two beside it, or what happens there
record Station(
        String screen,
        String name,
        Feather icon,
        Tone tone,
        Optional<Phrase> verdict,
        Phrase detail) {}
