package gemwright.ui.home;

import gemwright.ui.text.Language;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/// When something was, as a list says it: the time today, the weekday this week, else the date.
final class Days {
    private Days() {}

    /// `today`, `Fri`, `12 Nov`.
    static String day(Instant when, Instant now, Language language) {
        ZonedDateTime then = when.atZone(ZoneId.systemDefault());
        LocalDate today = now.atZone(ZoneId.systemDefault()).toLocalDate();
        if (then.toLocalDate().equals(today)) {
            return language.say("today");
        }
        String pattern =
                then.toLocalDate().isAfter(today.minusDays(7))
                        ? "EEE"
                        : language.say("day.pattern");
        return DateTimeFormatter.ofPattern(pattern, language.locale().get()).format(then);
    }

    /// `14:32` today, else the day.
    static String time(Instant when, Instant now, Language language) {
        ZonedDateTime then = when.atZone(ZoneId.systemDefault());
        return then.toLocalDate().equals(now.atZone(ZoneId.systemDefault()).toLocalDate())
                ? DateTimeFormatter.ofPattern("HH:mm", language.locale().get()).format(then)
                : day(when, now, language);
    }
}
