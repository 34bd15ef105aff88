/** The look of the panel, in the page's own variables; not printed. */
export const panelStyle = `
.live-answer{font-size:20px;font-weight:600;line-height:1.3;margin:14px 0 2px;min-height:1.3em}
.live-change{margin:0 0 8px;min-height:1.55em}
.live figure text{font:12px Inter,system-ui,sans-serif;fill:var(--mute)}
.live-controls{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(380px,100%),1fr));gap:0 28px;margin:12px 0 0}
.live fieldset{border:0;border-top:1px solid var(--rule);margin:0;padding:10px 0 12px;min-width:0}
.live legend{float:left;width:100%;padding:0;margin:0 0 4px;font-weight:600;font-size:15px}
.live-control{clear:both;display:grid;grid-template-columns:minmax(84px,124px) 1fr 96px;align-items:center;gap:10px;font-size:14px;min-height:34px}
.live-control label{color:var(--mute);line-height:1.25}
.live-control input{font:inherit;color:inherit;min-width:0;margin:0}
.live-control [type=range]{width:100%;height:24px;accent-color:var(--profit)}
.live-control [type=number]{font-variant-numeric:tabular-nums;width:100%;background:var(--paper);border:1px solid var(--mute);border-radius:3px;padding:3px 6px;text-align:right;appearance:textfield}
.live-control [type=number]::-webkit-inner-spin-button{display:none}
.live-control [aria-invalid=true]{border-color:var(--loss);outline:1px solid var(--loss)}
.live-range{clear:both;margin:2px 0 0;font-size:13px;color:var(--mute);min-height:1.4em;font-variant-numeric:tabular-nums}
.live-buttons{margin:14px 0 8px;display:flex;flex-wrap:wrap;gap:8px 12px;align-items:center;font-size:14px}
.live-buttons button{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--mute);border-radius:3px;padding:5px 14px;min-height:32px;cursor:pointer;text-decoration:none}
.live-buttons button:disabled{color:var(--mute);border-color:var(--rule);cursor:default}
.live :is(input,button,pre):focus-visible{outline:2px solid var(--profit);outline-offset:2px}
.live-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);margin:0}
@media print{#live{display:none}}
`;
