// --- value
import "timezone"

timezone.utc
//= {offset: 0ns, zone: UTC}
