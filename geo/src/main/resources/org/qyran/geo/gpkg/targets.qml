<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling" labelsEnabled="1">
  <renderer-v2 type="categorizedSymbol" attr="type" symbollevels="0" enableorderby="0" forceraster="0">
    <categories>
      <category symbol="0" value="vegetation_stand" label="Vegetation stand" render="true"/>
      <category symbol="1" value="structure_of_interest" label="Structure of interest" render="true"/>
      <category symbol="2" value="cannabis_plantation" label="Cannabis plantation" render="true"/>
    </categories>
    <symbols>
      <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <prop k="color" v="27,138,62,40"/>
          <prop k="style" v="solid"/>
          <prop k="outline_color" v="27,138,62,255"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.8"/>
          <prop k="outline_width_unit" v="MM"/>
          <prop k="joinstyle" v="round"/>
        </layer>
      </symbol>
      <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <prop k="color" v="214,77,32,40"/>
          <prop k="style" v="solid"/>
          <prop k="outline_color" v="214,77,32,255"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.8"/>
          <prop k="outline_width_unit" v="MM"/>
          <prop k="joinstyle" v="round"/>
        </layer>
      </symbol>
      <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <prop k="color" v="142,36,170,40"/>
          <prop k="style" v="solid"/>
          <prop k="outline_color" v="142,36,170,255"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.8"/>
          <prop k="outline_width_unit" v="MM"/>
          <prop k="joinstyle" v="round"/>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style isExpression="1" fieldName="replace(&quot;type&quot;, '_', ' ') || '\n' || format_number(&quot;score&quot;, 2) || ' · ± ' || format_number(&quot;ce90_m&quot;, 1) || ' m'" fontFamily="Sans Serif" fontSize="9" fontSizeUnit="Point" fontWeight="63" textColor="32,32,32,255" textOpacity="1" multilineHeight="1">
        <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.9" bufferNoFill="0" bufferJoinStyle="128"/>
      </text-style>
      <text-format multilineAlign="1" wrapChar="" autoWrapLength="0"/>
      <placement placement="1" dist="2" distUnits="MM" priority="8" centroidInside="1" polygonPlacementFlags="3"/>
      <rendering drawLabels="1" obstacle="0" displayAll="0" scaleVisibility="0" zIndex="1"/>
    </settings>
  </labeling>
  <layerGeometryType>2</layerGeometryType>
</qgis>
