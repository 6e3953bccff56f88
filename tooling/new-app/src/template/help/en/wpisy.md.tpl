---
title: __Title__
rights: __name__.entry.view, __name__.entry.create, __name__.entry.edit, __name__.entry.archive, __name__.entry.restore, __name__.entry.remove, __name__.entry.history, __name__.entry.access, __name__.entry.export, __name__.entry.print, __name__.entry.import, __name__.entry.comments, __name__.entry.comment, __name__.entry.moderate, __name__.entry.saveView, __name__.entry.shareView, __name__.entry.destroy, __name__.entry.voided, __name__.entry.reminders.view, __name__.entry.reminders.set, __name__.entry.reminders.remove, __name__.entry.reminders.done, __name__.entry.reminders.snooze
---
The list shows the entries. **Add an entry** opens the form, the system gives the number. An entry can be archived or moved to the trash and brought back.
