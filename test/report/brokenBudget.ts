/** A label that would run as a script wherever it were read as HTML. */
export const HOSTILE = '<img src=x onerror=alert(1)>';

/** A budget of a department whose rows do not add up to their total: 210 + 95 is not 300. */
export const BROKEN_BUDGET = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>测试市测试局2024年部门预算</title>
<h1>测试市测试局2024年部门预算</h1><p>部门预算支出总表</p><p>单位：万元</p>
<table><tr><th>科目编码</th><th>科目名称</th><th>合计</th><th>基本支出</th><th>项目支出</th></tr>
<tr><td></td><td>合计</td><td>300.00</td><td>200.00</td><td>100.00</td></tr>
<tr><td>201</td><td>一般公共服务支出</td><td>300.00</td><td>200.00</td><td>100.00</td></tr>
<tr><td>20103</td><td>政府办公厅（室）及相关机构事务</td><td>300.00</td><td>200.00</td><td>100.00</td></tr>
<tr><td>2010301</td><td>行政运行</td><td>210.00</td><td>200.00</td><td>10.00</td></tr>
<tr><td>2010302</td><td>&lt;img src=x onerror=alert(1)&gt;</td><td>95.00</td><td></td><td>95.00</td></tr>
</table></html>`;
