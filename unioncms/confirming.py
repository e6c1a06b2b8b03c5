"""What the machine has inferred and an editor then edits is confirmed: no import works it out anew."""

from unioncms.admin_site import RecordForm


class ConfirmingForm(RecordForm):
    """The form of a row with `is_inferred`."""

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk and self.instance.is_inferred and set(self.changed_data) - {"is_inferred"}:
            self.instance.is_inferred = cleaned["is_inferred"] = False
        return cleaned
