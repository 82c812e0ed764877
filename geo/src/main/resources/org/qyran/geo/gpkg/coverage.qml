<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology" labelsEnabled="0">
  <renderer-v2 type="categorizedSymbol" attr="CASE WHEN &quot;state&quot; = 'could_not_be_seen' THEN -1 ELSE &quot;looks&quot; END" symbollevels="0" enableorderby="0" forceraster="0">
    <categories>
      <category symbol="0" value="0" label="Not surveyed: gap" render="true"/>
      <category symbol="6" value="-1" label="Could not be seen: hidden by terrain" render="true"/>
      <category symbol="1" value="1" label="Surveyed, 1 look" render="true"/>
      <category symbol="2" value="2" label="Surveyed, 2 looks" render="true"/>
      <category symbol="3" value="3" label="Surveyed, 3 looks" render="true"/>
      <category symbol="4" value="4" label="Surveyed, 4 looks" render="true"/>
      <category symbol="5" value="5" label="Surveyed, 5 looks or more" render="true"/>
    </categories>
    <symbols>
      <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <prop k="color" v="179,18,63,255"/>
          <prop k="style" v="b_diagonal"/>
          <prop k="outline_color" v="179,18,63,255"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.4"/>
          <prop k="outline_width_unit" v="MM"/>
          <prop k="joinstyle" v="round"/>
        </layer>
      </symbol>
      <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <prop k="color" v="243,227,161,130"/>
          <prop k="style" v="solid"/>
          <prop k="outline_color" v="93,107,112,120"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.1"/>
          <prop k="outline_width_unit" v="MM"/>
          <prop k="joinstyle" v="round"/>
        </layer>
      </symbol>
      <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <prop k="color" v="201,220,154,130"/>
          <prop k="style" v="solid"/>
          <prop k="outline_color" v="93,107,112,120"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.1"/>
          <prop k="outline_width_unit" v="MM"/>
          <prop k="joinstyle" v="round"/>
        </layer>
      </symbol>
      <symbol name="3" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <prop k="color" v="147,200,164,130"/>
          <prop k="style" v="solid"/>
          <prop k="outline_color" v="93,107,112,120"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.1"/>
          <prop k="outline_width_unit" v="MM"/>
          <prop k="joinstyle" v="round"/>
        </layer>
      </symbol>
      <symbol name="4" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <prop k="color" v="90,169,179,130"/>
          <prop k="style" v="solid"/>
          <prop k="outline_color" v="93,107,112,120"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.1"/>
          <prop k="outline_width_unit" v="MM"/>
          <prop k="joinstyle" v="round"/>
        </layer>
      </symbol>
      <symbol name="5" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <prop k="color" v="51,120,159,130"/>
          <prop k="style" v="solid"/>
          <prop k="outline_color" v="93,107,112,120"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.1"/>
          <prop k="outline_width_unit" v="MM"/>
          <prop k="joinstyle" v="round"/>
        </layer>
      </symbol>
      <symbol name="6" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <prop k="color" v="74,59,107,255"/>
          <prop k="style" v="dense3"/>
          <prop k="outline_color" v="74,59,107,255"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.4"/>
          <prop k="outline_width_unit" v="MM"/>
          <prop k="joinstyle" v="round"/>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <layerGeometryType>2</layerGeometryType>
</qgis>
